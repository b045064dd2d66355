import { describe, expect, expectTypeOf, it } from 'vitest'
import { ghostField } from '../targets/ghost/fields.ts'
import { ninjs } from '../targets/ninjs/fields.ts'
import { wordpressField } from '../targets/wordpress/fields.ts'
import { raw } from '../targets/wordpress/markup.ts'
import type { XmlAttributes, XmlChild } from '../xml.ts'
import { lineOf } from './plain-words.ts'
import type { HtmlAttributes } from './html-element.ts'
import type { Given, Html, PlainText, WordpressHtml } from './sorts.ts'

// The type check fails on each of these if a raw string becomes valid there.
describe('a raw string', () => {
  it('is no value of a field of HTML', () => {
    expectTypeOf<string>().not.toExtend<Given['html']>()
    expectTypeOf<string>().not.toExtend<Given['wordpress']>()
    expectTypeOf<string>().not.toExtend<Given['text']>()
    expectTypeOf<string>().not.toExtend<Parameters<typeof raw>[number]>()
    expectTypeOf<{ title: string }>().not.toExtend<Parameters<typeof ninjs.item>[0]>()
  })
  it('is no address, no alternative text and no child in markup', () => {
    expectTypeOf<string>().not.toExtend<HtmlAttributes['href']>()
    expectTypeOf<string>().not.toExtend<HtmlAttributes['src']>()
    expectTypeOf<string>().not.toExtend<HtmlAttributes['srcSet']>()
    expectTypeOf<string>().not.toExtend<HtmlAttributes['alt']>()
    expectTypeOf<string>().not.toExtend<XmlAttributes['href']>()
    expectTypeOf<string>().not.toExtend<XmlAttributes['Target']>()
    expectTypeOf<string>().not.toExtend<XmlChild>()
  })
  it('runs no code as an attribute', () => {
    expectTypeOf<{ onclick: string }>().not.toExtend<HtmlAttributes>()
    expectTypeOf<'onclick' | 'onerror' | 'srcDoc'>()
      .exclude<keyof HtmlAttributes>()
      .toEqualTypeOf<'onclick' | 'onerror' | 'srcDoc'>()
  })
})

describe('an encoded text', () => {
  it('is valid in a field of its own sort only', () => {
    expectTypeOf<PlainText>().not.toExtend<Given['html']>()
    expectTypeOf<Html>().not.toExtend<Given['wordpress']>()
    expectTypeOf<WordpressHtml>().not.toExtend<Given['html']>()
    expectTypeOf<Html>().not.toExtend<Given['text']>()
  })
  it('says the words in the way of its receiver', () => {
    const words = lineOf('a < b [c] \\d', 'ltr')
    expect(ghostField('feature_image_caption', words)).toBe('a &lt; b [c] \\d')
    expect(ghostField('title', words)).toBe('a < b [c] \\d')
    expect(wordpressField('title', words)).toBe('a &lt; b &#091;c&#093; &#092;d')
  })
})
