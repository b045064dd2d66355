import { IntlMessageFormat } from 'intl-messageformat'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'

type Topics = typeof ar
/** `topic.name`, such as `library.title`: the file in `ar/` and `en/`, then the line in it. */
export type MessageKey = { [T in keyof Topics]: `${T & string}.${keyof Topics[T] & string}` }[keyof Topics]

export type Language = 'ar' | 'en'
export type Digits = 'latn' | 'arab'
export type MessageParams = Record<string, string | number>

/** Turns a key into words. Messages are in ICU syntax; numbers come out in the house's digits. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

const tables: Record<Language, Record<string, Record<string, string>>> = { ar, en }

/** @returns the BCP 47 tag that `Intl` needs to write this language with these digits. */
export function localeTag(language: Language, digits: Digits): string {
  return `${language}-u-nu-${digits}`
}

/**
 * @returns a function that formats messages in one language, with one kind of digits.
 * It throws on a key that does not exist, which only a cast could produce.
 */
export function translator(language: Language, digits: Digits): Translate {
  const cache = new Map<string, IntlMessageFormat>()
  return (key, params) => {
    let message = cache.get(key)
    if (message === undefined) {
      const name: string = key
      const dot = name.indexOf('.')
      const source = tables[language][name.slice(0, dot)]?.[name.slice(dot + 1)]
      if (source === undefined) throw new Error(`No message has the key ${key}`)
      message = new IntlMessageFormat(source, localeTag(language, digits), undefined, { ignoreTag: true })
      cache.set(key, message)
    }
    return String(message.format(params))
  }
}
