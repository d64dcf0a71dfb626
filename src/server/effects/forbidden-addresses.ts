import { BlockList, isIP } from 'node:net';

/** May be reached only where whoever runs the server lets calls into its private networks. */
const PRIVATE: readonly string[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
];

/**
 * May never be reached: where clouds hand out secrets of the machine, and what is no address of one machine.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890); IANA IPv6 Global Unicast registry.
 */
const NEVER: readonly string[] = [
  '0.0.0.0/8',
  // Azure's host
  '168.63.129.16/32',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  // Multicast, reserved, broadcast
  '224.0.0.0/3',
  // Below 2000::/3 lie IPv4 addresses in IPv6 dress (mapped, compatible, translated, NAT64), above it nothing public.
  '::/3',
  '4000::/2',
  '8000::/1',
  // Protocol assignments, with Teredo and ORCHID
  '2001::/23',
  '2001:db8::/32',
  // 6to4
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
];

/** Private by their range, and yet never reached: Alibaba Cloud's and AWS' metadata. */
const METADATA: readonly string[] = ['100.100.100.200/32', 'fd00:ec2::/32'];

/** Whether no call may reach an IP address. What is no plain IP address may not be reached either. */
export function isForbiddenAddress(address: string, allowPrivate: boolean): boolean {
  if (!isPlainAddress(address)) return true;
  if (lies(address, METADATA_LISTS)) return true;
  return lies(address, PRIVATE_LISTS) ? !allowPrivate : lies(address, NEVER_LISTS);
}

/** Whether an address is this very machine. */
export function isLoopback(address: string): boolean {
  return isPlainAddress(address) && lies(address, LOOPBACK_LISTS);
}

/** A zone (`fe80::1%eth0`) would name a network card of ours. */
function isPlainAddress(address: string): boolean {
  return isIP(address) !== 0 && !address.includes('%');
}

interface Lists {
  readonly ipv4: BlockList;
  readonly ipv6: BlockList;
}

/** Apart by family: one list would take an IPv4 address for its IPv6 dress, `::ffff:8.8.8.8`, and forbid that. */
function listsOf(ranges: readonly string[]): Lists {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    const family = network.includes(':') ? 'ipv6' : 'ipv4';
    lists[family].addSubnet(network, Number(prefix), family);
  }
  return lists;
}

function lies(address: string, lists: Lists): boolean {
  return isIP(address) === 4 ? lists.ipv4.check(address, 'ipv4') : lists.ipv6.check(address, 'ipv6');
}

const PRIVATE_LISTS = listsOf(PRIVATE);
const NEVER_LISTS = listsOf(NEVER);
const METADATA_LISTS = listsOf(METADATA);
const LOOPBACK_LISTS = listsOf(['127.0.0.0/8', '::1/128']);
