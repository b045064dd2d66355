/** The texts that a published page adds by itself, in the language of the article. */
type PageWords = {
  readonly correction: string
  /** In place of the body of an article that was withdrawn. */
  readonly withdrawn: string
  readonly killed: string
  /** At the top of a draft. */
  readonly draft: string
  /** On every page of a printed draft, before its date. */
  readonly draftMark: string
  /** At the top of an article under embargo. */
  readonly embargoed: (moment: string) => string
  readonly months: readonly string[]
}

const ARABIC: PageWords = {
  correction: 'تصحيح',
  withdrawn: 'سُحبت هذه المادة. لا تُنشر حتى إشعار آخر.',
  killed: 'أُلغيت هذه المادة. لا تُنشر، ويُزال ما نُشر منها.',
  draft: 'مسودة لم تُعتمد، وليست للنشر.',
  draftMark: 'مسودة',
  embargoed: (moment) => `محظورة من النشر حتى ${moment} بتوقيت غرينتش.`,
  // Both names of each month, for readers from Baghdad to Rabat.
  months: [
    ...['كانون الثاني/يناير', 'شباط/فبراير', 'آذار/مارس', 'نيسان/أبريل', 'أيار/مايو', 'حزيران/يونيو'],
    ...['تموز/يوليو', 'آب/أغسطس', 'أيلول/سبتمبر', 'تشرين الأول/أكتوبر', 'تشرين الثاني/نوفمبر', 'كانون الأول/ديسمبر'],
  ],
}

const ENGLISH: PageWords = {
  correction: 'Correction',
  withdrawn: 'This article has been withdrawn. Do not publish it until further notice.',
  killed: 'This article has been killed. Do not publish it, and remove what was published of it.',
  draft: 'A draft that nobody has approved. Not for publication.',
  draftMark: 'Draft',
  embargoed: (moment) => `Embargoed until ${moment} UTC.`,
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
}

/** @returns the page words of a language: Arabic, or else English. */
export function pageWords(language: string): PageWords {
  return language.toLowerCase().split('-')[0] === 'ar' ? ARABIC : ENGLISH
}

const EASTERN_ZERO = '٠'.charCodeAt(0)

/**
 * Formats a day for readers. The machine's locale has no influence.
 * @param day `2026-11-24`.
 */
export function writtenDay(day: string, language: string, digits: 'latn' | 'arab'): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const { months } = pageWords(language)
  const text = `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
  return writtenDigits(text, digits)
}

/** @returns a text with its digits in the house's style. */
export function writtenDigits(text: string, digits: 'latn' | 'arab'): string {
  if (digits === 'latn') return text
  return text.replaceAll(/\d/gu, (digit) => String.fromCharCode(EASTERN_ZERO + Number(digit)))
}
