/** @returns whether what is sent crosses a network in the open: not on this machine itself. */
export function isPlainHttp(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname)
}
