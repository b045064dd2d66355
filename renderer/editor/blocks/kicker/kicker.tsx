import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './kicker.css'

/** The kicker of the head; folds away while it is empty and the caret is elsewhere. */
export function Kicker(props: HeadFieldProps) {
  return <HeadField {...props} className="block-kicker" />
}
