import type { Element, ElementContent, Root } from 'hast'
// oxlint-disable-next-line no-restricted-imports -- the one place that narrows its attributes
import { h as element } from 'hastscript'
import type { Address, Encoded, LanguageTag, PlainText } from './sorts.ts'

/** The attributes that Midad writes. None runs code; those that hold words or addresses take them in their encoding only. */
export type HtmlAttributes = {
  readonly href?: Address
  readonly src?: Encoded<'url'>
  readonly srcSet?: Encoded<'srcset'>
  readonly alt?: PlainText
  readonly content?: PlainText | 'noindex' | 'width=device-width, initial-scale=1'
  readonly id?: string
  readonly className?: string[]
  readonly dir?: 'rtl' | 'ltr'
  readonly lang?: LanguageTag
  readonly rel?: string[]
  readonly scope?: 'col' | 'row'
  readonly dateTime?: string
  readonly dataDate?: string
  readonly sizes?: string
  readonly width?: number
  readonly height?: number
  readonly style?: 'text-decoration: underline'
  readonly charSet?: 'utf-8'
  readonly name?: string
}

type Content = string | ElementContent | Root | (string | ElementContent)[]

type CreateElement = {
  (name: string, ...content: Content[]): Element
  (name: string, attributes: HtmlAttributes, ...content: Content[]): Element
}

/** Makes an element of HTML. Its texts are words: the serialiser escapes them. */
export const h: CreateElement = element
