import { CODE_LABELS, GENERIC_HOSTS, INNER_LABELS, PRIVATE_ENDINGS, PROVIDER_LABELS, PUBLIC_ADDRESS, PUBLIC_ENDINGS, PUBLIC_SITES, SECOND_LEVEL, TENANT_SITES } from './wellKnown.js';

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,12}$/i;

/** True for the name of a host that is not everybody's: a company's domain, a machine, a tenant of a provider. */
export function isOwnHost(name: string): boolean {
  if (!HOST.test(name) || /[a-z][A-Z]/.test(name)) return false;
  const labels = name.toLowerCase().split('.');
  const last = labels.at(-1)!;
  if (PRIVATE_ENDINGS.has(last)) return !CODE_LABELS.has(labels[0]!) && !isPublicSite(labels);
  // A package of a program is written from the back: "com.vendor.io".
  if (!PUBLIC_ENDINGS.has(last) || (labels.length > 2 && CODE_LABELS.has(labels[0]!) && labels[0] !== 'app')) return false;
  // "regex.test" and "console.info" are code.
  if ((last === 'test' || last === 'info') && labels.length === 2 && !/[-\d]/.test(labels[0]!)) return false;
  const tenant = tenantOf(labels);
  if (tenant !== undefined) return tenant !== '' && !PROVIDER_LABELS.has(tenant);
  return !isPublicSite(labels);
}

/** True for a host in an address: a name of its own, an address of its own, or one word that is a machine's. */
export function isOwnUrlHost(host: string): boolean {
  if (/^[\d.]+$/.test(host)) return isOwnAddress(host);
  if (host.includes('.')) return isOwnHost(host);
  return /[\d-]/.test(host) && /^[a-z][a-z0-9-]+$/i.test(host) && !GENERIC_HOSTS.has(host.toLowerCase().replace(/-?\d+$/, ''));
}

/** True for a host that is on no public network, belongs to a provider's customer or is named as only insiders name theirs. */
export function isInnerHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  if (labels.length === 1 || /^[\d.]+$/.test(host) || PRIVATE_ENDINGS.has(labels.at(-1)!) || tenantOf(labels) !== undefined) return true;
  return labels.slice(0, -1).some((label, index) => INNER_LABELS.has(label) || (index === 0 && labels.length > 2 && /[a-z]-?\d+$/.test(label)));
}

/** The company in the name of a host that only insiders know: `fabrikam` of `queue-07.corp.fabrikam.example`, `acme` of `acme.atlassian.net`; undefined where it names none. */
export function companyIn(host: string): string | undefined {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.');
  if (!isOwnHost(labels.join('.')) || !isInnerHost(labels.join('.'))) return undefined;
  const tenant = tenantOf(labels);
  // What stands before ".internal" is as often a machine or a product.
  const own = tenant ?? (PUBLIC_ENDINGS.has(labels.at(-1)!) ? labels.at(SECOND_LEVEL.has(labels.at(-2)!) ? -3 : -2) : undefined);
  return own !== undefined && !INNER_LABELS.has(own) && !CODE_LABELS.has(own) && !PROVIDER_LABELS.has(own) && !GENERIC_HOSTS.has(own) ? own : undefined;
}

/** True for an IPv4 address that is not a mask, a loopback, an example, a common default or a version. */
export function isOwnAddress(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256 && String(Number(part)) === part) && !PUBLIC_ADDRESS.test(address);
}

/** True for an IPv6 address that is neither loopback nor example. */
export function isOwnAddress6(address: string): boolean {
  if (!/^[0-9a-f:]{6,39}$/i.test(address) || !/\d/.test(address)) return false;
  const groups = address.split(':');
  const short = address.includes('::');
  if (groups.length > 8 || groups.some((group) => group.length > 4) || (!short && groups.length < 8)) return false;
  return groups.filter(Boolean).length >= 3 && !/^2001:0?db8:/i.test(address);
}

/** True when a host and all that lies below it are known to everybody. */
function isPublicSite(labels: readonly string[]): boolean {
  return labels.some((_, index) => PUBLIC_SITES.has(labels.slice(index).join('.')));
}

/** The part of a provider's host that is its customer's; undefined for another host. */
function tenantOf(labels: readonly string[]): string | undefined {
  for (let index = 0; index < labels.length; index++) if (TENANT_SITES.has(labels.slice(index).join('.'))) return labels.slice(0, index)[0] ?? '';
  return undefined;
}
