import type { Words } from '../walk/words.ts'

declare const SORT: unique symbol

/** A string in the encoding of a sort of field. Only the encoders of this folder and the writers of markup make one. */
export type Encoded<S extends Sort> = string & { readonly [SORT]: S }
export type Html = Encoded<'html'>
export type WordpressHtml = Encoded<'wordpress'>
export type PlainText = Encoded<'text'>
export type LanguageTag = Encoded<'language'>
/** An address of a file, or one that a reader follows. */
export type Address = Encoded<'url' | 'link'>

/** What a writer gives for a field, by the sort of the field: words, or what is encoded already. */
export type Given = {
  /** Words that the receiver shows as they are, without markup. They get isolate characters. */
  text: Words | PlainText
  /** Words that the receiver compares with others: names of sections and keywords. They get no isolate characters. */
  name: string
  /** Words or markup that the receiver shows as HTML. */
  html: Words | Html
  /** The same for WordPress, which also rewrites signs and expands shortcodes. */
  wordpress: Words | WordpressHtml
  /** A name in a list of WordPress, which keeps it as HTML. */
  wordpressName: string
  /** Words of a run in a document whose format isolates runs itself. */
  run: string
  /** The address of a file or a page. */
  url: string
  /** An address that a reader follows. One of a scheme that could run code or read files is left out. */
  link: string
  /** The files of one picture, for a browser to choose from, with their widths in pixels. */
  srcset: readonly { readonly url: Encoded<'url'>; readonly width: number }[]
  /** The tag of a language (BCP 47). */
  language: string
  /** A value for programs: an identifier, a date, a status. */
  code: string
}
export type Sort = keyof Given

/** The sort of each field that a target writes. */
export type Fields = Readonly<Record<string, Sort>>
