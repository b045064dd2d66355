import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './dateline.css'

/** The dateline of the head; folds away while it is empty and the caret is elsewhere. */
export function Dateline(props: HeadFieldProps) {
  return <HeadField {...props} className="block-dateline" />
}
