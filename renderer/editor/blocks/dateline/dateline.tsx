import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './dateline.css'

/** The dateline. */
export function Dateline(props: HeadFieldProps) {
  return <HeadField {...props} className="block-dateline" />
}
