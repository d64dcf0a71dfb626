/** A finished Interaction to begin from. */
export interface Sample {
  readonly name: string;
  readonly description: string;
  /** The text of its file. */
  load(): Promise<string>;
}

const names = import.meta.glob<string>('../../../samples/*.interaction.json', { import: 'name', eager: true });
const descriptions = import.meta.glob<string>('../../../samples/*.interaction.json', {
  import: 'description',
  eager: true,
});
const texts = import.meta.glob<string>('../../../samples/*.interaction.json', { query: '?raw', import: 'default' });

/** What the folder of samples holds, in the order of its file names. */
export const SAMPLES: readonly Sample[] = Object.entries(texts).map(([path, load]) => ({
  name: names[path] ?? path,
  description: descriptions[path] ?? '',
  load,
}));
