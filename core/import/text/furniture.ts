import { fold } from '../../text/fold.ts'
import { FURNITURE, start, whole, type Phrase } from './furniture-phrases.ts'
import type { DropReason } from './lines.ts'
import type { SourceLine } from './source-lines.ts'

/** A line with more words that begins like furniture is a sentence. */
const MAX_START_WORDS = 8

/** Legal notices are long, so their length does not count. */
const ANY_LENGTH: ReadonlySet<DropReason> = new Set(['publishing-terms', 'comments'])

/** Beginnings that a sentence may have too: they count only with a colon, with a number, or alone. */
const NEEDS_MORE: ReadonlySet<string> = new Set(
  [
    'نشر',
    'شارك',
    'مشاركة',
    'إرسال',
    'أرسل',
    'انشر',
    'تحديث',
    'المصدر',
    'استمع',
    'احفظ',
    'اشترك',
    'كتب في',
    'related',
    'comments',
    'print',
    'حمّل',
    'غرد',
    'نشرت في',
    'نشر في',
    'حدث في',
    'المزيد من',
    'المزيد في',
    'ذات صلة',
    'share',
    'download',
    'updated',
    'published',
    'تابعنا',
    'للمزيد من',
    'المشاهدات',
    'القراءات',
    'العلامات',
  ].map(fold),
)

function isMatch({ text, match }: Phrase, line: SourceLine, reason: DropReason): boolean {
  if (line.key === text) return true
  if (match === 'whole' || !line.key.startsWith(`${text} `)) return false
  if (ANY_LENGTH.has(reason)) return true
  if (line.words > MAX_START_WORDS || line.ending === '.') return /[:：]/u.test(line.text.slice(0, text.length + 8))
  return !NEEDS_MORE.has(text) || line.words <= 4 || /[:\d]/u.test(line.text)
}

/** @returns why the text of a line makes it furniture; null if it does not. */
export function furnitureReason(line: SourceLine): DropReason | null {
  if (!line.hasLetters) return 'stray-punctuation'
  if (isCounter(line)) return 'counter'
  for (const { reason, phrases } of FURNITURE) {
    if (phrases.some((phrase) => isMatch(phrase, line, reason))) return reason
  }
  return isTimestamp(line) ? 'page-furniture' : null
}

const COUNTED =
  'مشاهدة|مشاهدات|قراءة|قراءات|تعليق|تعليقات|تعليقا|إعجاب|إعجابات|مشاركة|مشاركات|زيارة|views?|likes?|shares?|comments?'
const COUNTER = new RegExp(
  `^(?:(?:ال)?(?:${fold(COUNTED)}) )?[0-9]+(?: [0-9]+)*(?: ?[km])?(?: (?:ال)?(?:${fold(COUNTED)}))?$`,
  'u',
)

/** «12/3/2026» is no counter. */
const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/u

function isCounter({ key, text }: SourceLine): boolean {
  return text.length <= 30 && COUNTER.test(key) && !DATE.test(text)
}

const TIME_WORDS: ReadonlySet<string> = new Set(
  wordsOf(`
    السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة سبت أحد اثنين ثلاثاء أربعاء خميس جمعة
    يناير كانون الثاني فبراير شباط مارس آذار أبريل إبريل نيسان مايو أيار يونيو يونيه حزيران يوليو يوليه تموز
    أغسطس آب سبتمبر أيلول أكتوبر تشرين الأول نوفمبر ديسمبر جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر
    محرم صفر ربيع الآخر جمادى الأولى الآخرة رجب شعبان رمضان شوال ذو القعدة ذي الحجة
    م ص مساء صباحا ظهرا am pm gmt utc بتوقيت غرينتش جرينتش مكة المكرمة الساعة في يوم هـ ه ميلادي هجري من على
    منذ قبل ساعة ساعات ساعتين دقيقة دقائق دقيقتين يومين أيام أسبوع أسبوعين شهر أمس اليوم الآن
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep oct nov dec ago hours minutes
  `),
)

function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/u).filter(Boolean)
}

/** @returns whether a line is only a date or a time. */
function isTimestamp({ key, words, ending }: SourceLine): boolean {
  if (words > 14 || ending === '.') return false
  const parts = key.split(' ')
  const isMoment = parts.some((part) => /\d/u.test(part)) || /^(?:منذ|قبل) /u.test(key)
  return isMoment && parts.every((part) => /^\d+(?:st|nd|rd|th|am|pm|ص|م)?$/u.test(part) || TIME_WORDS.has(part))
}

const RELATED = start('اقرأ أيضا', 'إقرأ أيضا', 'ذات صلة', 'قد يعجبك', 'قد يهمك', 'شاهد أيضا', 'طالع أيضا', 'انظر أيضا')
  .concat(start('مواضيع ذات صلة', 'موضوعات ذات صلة', 'مقالات ذات صلة', 'أخبار ذات صلة', 'مواضيع مرتبطة', 'مقالات مشابهة'))
  .concat(start('قصص مقترحة', 'حول هذه القصة', 'موضوعات متعلقة'))
  .concat(start('الأكثر قراءة', 'الأكثر مشاهدة', 'أخبار متعلقة', 'روابط ذات صلة', 'مواد ذات صلة', 'see also', 'related'))

/** @returns whether a line is the heading of links to other articles, and no such link itself. */
export function announcesLinks(line: SourceLine): boolean {
  // «قصص مقترحة نهاية» marks the end of such links.
  if (line.key.endsWith(fold(' نهاية'))) return false
  return line.words <= 4 && RELATED.some(({ text }) => line.key.startsWith(text))
}

const COMMENTS_START = start(
  'عدد التعليقات',
  'تعليقات القراء',
  'آراء القراء',
  'اضف تعليق',
  'أضف تعليقا',
  'اترك تعليق',
).concat(start('اترك ردا', 'اكتب تعليق', 'leave a comment', 'leave a reply', 'comments'), whole('التعليقات', 'تعليقات'))

/** @returns whether readers' comments follow this line. */
export function startsComments(line: SourceLine): boolean {
  return (
    /^(?:ال)?تعليقات(?: \d+)?$/u.test(line.key) || COMMENTS_START.some((phrase) => isMatch(phrase, line, 'comments'))
  )
}
