/**
 * The optional packages that some package of a lockfile asks for and that have no entry: where each entry belongs and
 * what it says. `packages` is the map of that name in package-lock.json.
 */
export function missingOptionals(packages) {
  const known = new Map(Object.entries(packages));
  const missing = [];
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (resolve(known, place, name, version)) continue;
      const top = `node_modules/${name}`;
      const at = known.has(top) ? `${place}/node_modules/${name}` : top;
      const entry = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
      known.set(at, entry);
      missing.push({ place: at, entry });
    }
  }
  return missing;
}

/** Finds a package the way Node.js does: beside whoever asks, then in each folder above. */
function resolve(known, from, name, version) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const found = known.get(`${folder}${folder && '/'}node_modules/${name}`);
    // Optional packages of platforms are asked for by exact version; a range is npm's to judge.
    if (found && (!/^\d/.test(version) || found.version === version)) return found;
    if (folder === '') return undefined;
  }
}

const SYSTEMS = ['android', 'aix', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 's390x', 'riscv64', 'wasm32', 'x64'];

/** What a name such as `@scope/binding-linux-arm-gnueabihf` says of the machines that the package is for. */
function platformOf(name) {
  const words = name.replace('windows', 'win32').split(/[-/]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  if (cpu.length === 0) throw new Error(`The name ${name} does not say for which machines it is; add it by hand.`);
  return { cpu, ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) };
}
