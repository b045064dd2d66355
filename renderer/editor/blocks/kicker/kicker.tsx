import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './kicker.css'

/** The kicker. */
export function Kicker(props: HeadFieldProps) {
  return <HeadField {...props} className="block-kicker" />
}
