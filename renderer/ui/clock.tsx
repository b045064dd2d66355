import { awayWords } from './away-words.ts'
import { useLocale } from './locale.tsx'

/** A time to come, or one that was set: the day and the minute, and how far away it is. @param now in milliseconds */
export function Clock({ at, now }: { at: string; now: number }) {
  const { t, tag } = useLocale()
  const exact = new Intl.DateTimeFormat(tag, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  } as const).format(new Date(at))
  const isNear = Math.abs(Date.parse(at) - now) < 7 * 86_400_000
  return (
    <time dateTime={at}>
      {isNear ? t('common.exact-and-relative', { exact, relative: awayWords(Date.parse(at), now, tag) }) : exact}
    </time>
  )
}
