import { HeadField, type HeadFieldProps } from '../head-field.tsx'
import './deck.css'

/** The deck of the head; folds away while it is empty and the caret is elsewhere. */
export function Deck(props: HeadFieldProps) {
  return <HeadField {...props} className="block-deck" />
}
