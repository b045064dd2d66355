import { fold } from '../../text/fold.ts'
import { isAgency, isPlace } from './places.ts'
import { roughWords, trimEdges, wordKey } from './source-lines.ts'

/** A lead, split where its dateline ends. */
export type CutDateline = { dateline: string; lead: string }

/**
 * The end of a dateline: a colon, or a dash or slash with white space, after an optional closing bracket. White space
 * before it is not matched: every run of it would be tried from each of its characters.
 */
const SEPARATOR = /:\s*|(?<=\s)[-–—ـ]+\s*|[–—]\s+|\/\s+|(?<=\s)\/\s*|\)\s*[-–—]+\s*/gu
const MAX_LENGTH = 60
const MAX_WORDS = 7

/** Words that show a colon to be of a sentence: somebody says something, or is quoted. */
const SAYING = new Set(
  fold(
    'قال قالت قالوا يقول تقول أضاف أضافت أوضح أوضحت أكد أكدت ذكر ذكرت تابع تابعت أشار أشارت صرح صرحت كتب كتبت سأل علق ختم نقل أعلن أعلنت رد زاد شدد لفت نوه بين حذر اعتبر رأى سؤال جواب ملاحظة تنبيه',
  ).split(' '),
)

function speaks(key: string): boolean {
  return key.split(' ').some((word) => SAYING.has(word) || SAYING.has(word.replace(/^[وف]/u, '')))
}

/** @returns where brackets at the end of a text open, looking at its last `most` characters; -1 for no brackets. */
function openingOf(text: string, most: number): number {
  if (!text.endsWith(')')) return -1
  const after = text.lastIndexOf(')', text.length - 2) + 1
  return text.indexOf('(', Math.max(after, text.length - most))
}

/** @returns whether the words before a colon or dash are a dateline: known places and agencies, or words of that form. */
function isDateline(prefix: string, isColon: boolean): boolean {
  const key = wordKey(prefix)
  if (
    key === '' ||
    speaks(key) ||
    /["«»“”\d؟!،,.](?!\s*[)\]])/u.test(prefix.replaceAll(/[«"“]([^«»"”“]{1,30})[»"”]/gu, '$1'))
  )
    return false
  // At most 30 characters in brackets, which are two more.
  const short = openingOf(prefix, 32)
  const bracketed = short === -1 ? '' : prefix.slice(short + 1, -1)
  const opening = openingOf(prefix, prefix.length)
  const place = wordKey(opening === -1 ? prefix : prefix.slice(0, opening))
  if (isPlace(place) || isAgency(place)) return true
  if (bracketed !== '') return roughWords(place) <= 3 && (isAgency(wordKey(bracketed)) || roughWords(bracketed) <= 3)
  // «إيلاف من لندن», «مراسلنا في بغداد», «بغداد الشرق الأوسط»: one part is a known name.
  const parts = place.split(/ (?:من|في) /u)
  if (parts.length === 2)
    return parts.some((part) => isPlace(part) || isAgency(part)) || (isColon && roughWords(prefix) <= 4)
  const words = place.split(' ')
  return words.some(
    (_word, index) => index > 0 && isPlace(words.slice(0, index).join(' ')) && words.length - index <= 3,
  )
}

/**
 * Splits the dateline from a lead: «بغداد (رويترز) - …», «إيلاف من لندن: …», «القاهرة – …».
 * @returns both parts; null for a lead without a dateline
 */
export function cutDateline(text: string): CutDateline | null {
  const beginning = text.slice(0, MAX_LENGTH + 4)
  let found: CutDateline | null = null
  for (const match of beginning.matchAll(SEPARATOR)) {
    const bracket = match[0].startsWith(')') ? 1 : 0
    const dateline = trimEdges(text.slice(0, match.index + bracket))
    if (roughWords(dateline) > MAX_WORDS) break
    // The dateline may contain a separator itself: «بغداد - رويترز - …».
    const flat = dateline.replaceAll(/\s+/gu, ' ').replaceAll(/ [-–—/]+ | ?: ?/gu, ' ')
    if (!isDateline(flat, match[0].includes(':'))) {
      if (found !== null) break
      continue
    }
    const lead = trimEdges(text.slice(match.index + match[0].length)).replace(/^[-–—:]+\s*/u, '')
    if (roughWords(lead) >= 3) found = { dateline, lead }
  }
  return found
}

/** @returns whether a line before the lead is a dateline: a place, or a place and who writes from it. */
export function isDatelineLine(text: string): boolean {
  const key = wordKey(text)
  if (isPlace(key) || isAgency(key)) return true
  const [place = '', ...rest] = text.split(/[-–—:/|،(]/u)
  return isPlace(wordKey(place)) && rest.length > 0 && roughWords(rest.join(' ')) <= 5
}

/** @returns whether a line is a writer and a place: «محمد السامرائي - بغداد». */
export function isSignature(text: string): boolean {
  const [name = '', place = '', ...more] = text.split(/(?<=\s)[-–—|](?=\s)|[،/]/u)
  const words = roughWords(name)
  return more.length === 0 && isPlace(wordKey(place)) && words >= 2 && words <= 4 && !speaks(wordKey(name))
}
