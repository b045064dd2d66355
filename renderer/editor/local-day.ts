/** @returns the day of a time in the local time zone, such as `2026-11-24`. */
export function localDay(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
