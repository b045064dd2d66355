import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './byline.css'

/** The byline. */
export function Byline(props: HeadFieldProps) {
  return <HeadField {...props} className="block-byline" />
}
