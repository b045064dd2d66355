import { seededRandom } from './statistics.ts'

/** Words of the news, with the Latin names, numbers and harakat of such text. */
const WORDS =
  'قال أعلن أكد رئيس الوزراء وزير الخارجية في من على إلى عن بعد قبل خلال المنطقة العاصمة بغداد دمشق القاهرة بيروت الاجتماع المباحثات الاتفاق الأمن الاقتصاد الحكومة البرلمان الانتخابات التعاون الدولي القوات مصدر مسؤول إنَّ أنَّ الذي التي هذه هذا بين مع كما حيث مُهمّة العامَ الماضي اليوم أمس ونحو أكثر ألف مليون دولار Reuters BBC 2500 3-1 C++ 50 +964 770 123'.split(
    ' ',
  )

/** Words in a paragraph. */
export const PARAGRAPH_WORDS = 60

/** A paragraph of the bench: plain text with one underlined word in it. */
export type BenchParagraph = { before: string; underlined: string; after: string }

/** @returns paragraphs with this many words in all, the same for the same seed. */
export function arabicParagraphs(words: number, seed = 1): BenchParagraph[] {
  const random = seededRandom(seed)
  const some = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)] ?? 'خبر').join(' ')
  return Array.from({ length: Math.round(words / PARAGRAPH_WORDS) }, () => ({
    before: `${some(PARAGRAPH_WORDS / 2 - 1)} `,
    underlined: some(1),
    after: ` ${some(PARAGRAPH_WORDS / 2)}.`,
  }))
}
