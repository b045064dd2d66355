import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './byline.css'

/** The byline of the head; folds away while it is empty and the caret is elsewhere. */
export function Byline(props: HeadFieldProps) {
  return <HeadField {...props} className="block-byline" />
}
