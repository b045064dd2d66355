/** @returns an ISO time as the value of an `input type=datetime-local`, in local time; empty for null. */
export function toLocalInput(iso: string | null): string {
  if (iso === null) return ''
  const date = new Date(iso)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** @returns the value of an `input type=datetime-local` as an ISO time in UTC; null for none. */
export function fromLocalInput(value: string): string | null {
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
