import { useLocale } from '#renderer/ui/locale.tsx'

/** A moment with its day and minute: backups are told apart by it. */
export function ExactTime({ at }: { at: string }) {
  const { tag } = useLocale()
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })
  return <time dateTime={at}>{format.format(new Date(at))}</time>
}
