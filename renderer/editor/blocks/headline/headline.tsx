import { useT } from '#renderer/ui/locale.tsx'
import type { HeadFieldProps } from '../head-field.tsx'
import { Line } from '../line.tsx'
import './headline.css'

/** The headline. Always shown, with a hint while it is empty. */
export function Headline(props: HeadFieldProps) {
  const t = useT()
  return <Line {...props} as="h1" className="block-headline" hint={t('writing.headline')} />
}
