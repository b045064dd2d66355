import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './deck.css'

/** The deck. */
export function Deck(props: HeadFieldProps) {
  return <HeadField {...props} className="block-deck" />
}
