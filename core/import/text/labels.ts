import { fold } from '../../text/fold.ts'
import type { LineRole } from './lines.ts'
import { isAgency } from './places.ts'
import { endingOf, roughWords, trimEdges, wordKey } from './source-lines.ts'

/** A line whose beginning names the role of the rest. */
export type Labelled = { label: string; text: string; role: LineRole }

type Label = { words: readonly string[]; role: LineRole; bare: boolean }

const folded = (...words: string[]): string[] => words.map(fold)

/** The labels of names, captions and credits. `bare`: also without a colon. */
const LABELS: readonly Label[] = [
  { words: folded('author', 'written by', 'reporter'), role: 'byline', bare: false },
  { words: folded('بقلم', 'بقلم الكاتب', 'by'), role: 'byline', bare: true },
  {
    words: folded('كتب', 'كتبت', 'كتبها', 'أعده', 'أعدته', 'إعداد', 'تقرير', 'حوار', 'أجرى الحوار', 'أجرت الحوار'),
    role: 'byline',
    bare: false,
  },
  {
    words: folded(
      'الكاتب',
      'الكاتبة',
      'المحرر',
      'تحرير',
      'ترجمة',
      'متابعة',
      'تحقيق',
      'حاوره',
      'حاورته',
      'مراسل',
      'المراسل',
    ),
    role: 'byline',
    bare: false,
  },
  {
    words: folded('التعليق على الصورة', 'تعليق الصورة', 'تعليق على الصورة', 'الصورة', 'صورة', 'image caption'),
    role: 'caption',
    bare: false,
  },
  {
    words: folded('مصدر الصورة', 'صدر الصورة', 'تصوير', 'عدسة', 'حقوق الصورة', 'image source', 'photo', 'صورة من'),
    role: 'credit',
    bare: false,
  },
]

/** @returns the role that a label gives a short line, and the text after it; null without a label. */
export function readLabel(text: string): Labelled | null {
  if (text.length > 400) return null
  const colon = /^([^:،,]{2,24})[:،,](.+)$/u.exec(text)
  if (colon !== null) {
    const [, label = '', rest = ''] = colon
    const found = LABELS.find(({ words }) => words.includes(wordKey(label)))
    if (found !== undefined && fits(found.role, rest))
      return { label: trimEdges(label), text: trimEdges(rest), role: found.role }
  }
  const [first = '', ...others] = text.split(/\s+/u)
  const found = LABELS.find(({ words, bare }) => bare && words.includes(wordKey(first)))
  const rest = trimEdges(text.slice(first.length))
  return found !== undefined && others.length > 0 && fits(found.role, rest)
    ? { label: first, text: rest, role: found.role }
    : null
}

/** A name is short and no sentence; a caption may be a sentence. */
function fits(role: LineRole, rest: string): boolean {
  return role === 'caption' ? roughWords(rest) <= 60 : roughWords(rest) <= 8 && !/[.؟!]/u.test(endingOf(rest))
}

/** A caption, and the credit that stood in brackets or after a bar at its end. */
export type Credited = { caption: string; credit: string }

const NOTHING_CUT: Credited = { caption: '', credit: '' }

/** Cuts off the last brackets at the end of a text, when they hold 2 to 60 characters. */
function cutBrackets(text: string): Credited {
  if (!/[)\]]$/u.test(text)) return NOTHING_CUT
  const opening = Math.max(text.lastIndexOf('('), text.lastIndexOf('['))
  const credit = text.slice(opening + 1, -1)
  const isCredit = opening > 0 && credit.length >= 2 && credit.length <= 60 && !/[)\]]/u.test(credit)
  return isCredit ? { caption: text.slice(0, opening).trimEnd(), credit } : NOTHING_CUT
}

/** Cuts off what stands behind the first bar or dash that has 2 to 40 characters behind it, and no other bar. */
function cutBar(text: string): Credited {
  for (const { index } of text.matchAll(/(?<=\s)[|/–—-](?=\s)/gu)) {
    const caption = text.slice(0, index).trimEnd()
    const credit = text.slice(index + 1).trimStart()
    if (caption !== '' && credit.length >= 2 && credit.length <= 40 && !/[|/]/u.test(credit)) return { caption, credit }
  }
  return NOTHING_CUT
}

/**
 * Splits the credit from a caption: «وزير الدفاع في بغداد (رويترز)», «متظاهرون | أ ف ب».
 * @returns both parts; null for a sentence of the text, and for a line that names no source
 */
export function cutCredit(text: string): Credited | null {
  if (text.length > 600) return null
  const { caption, credit } = cutBrackets(text)
  // A full stop before the brackets makes the line text; a caption has none there.
  if (caption !== '' && !/[.؟!:]/u.test(endingOf(caption)) && roughWords(caption) >= 3 && roughWords(credit) <= 6)
    return { caption, credit: trimEdges(credit) }
  const barred = cutBar(text)
  return isAgency(wordKey(barred.credit)) && roughWords(barred.caption) >= 3
    ? { ...barred, credit: trimEdges(barred.credit) }
    : null
}
