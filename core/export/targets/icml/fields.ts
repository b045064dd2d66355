import { elementsOf } from '../../fields/element.ts'
import { encoderOf } from '../../fields/encode.ts'

/**
 * The fields of a story beside its text, whose runs have a character style for isolates. InDesign shows the title of a
 * story in a panel and writes an alternative text into the PDF or EPUB that it makes.
 */
export const ICML_FIELDS = {
  StoryTitle: 'name',
  CustomAltText: 'text',
  LinkResourceURI: 'url',
  DestinationURL: 'link',
} as const
/** The text of a range of characters, and the values of properties. */
export const ICML_TEXT = {
  Content: 'run',
  Profile: 'code',
  Destination: 'code',
  AppliedFont: 'code',
  BasedOn: 'code',
} as const

/** Encodes the fields of a story. */
export const icmlField = encoderOf(ICML_FIELDS)
/** Writes an element that holds a text. */
export const icmlText = elementsOf(ICML_TEXT)
