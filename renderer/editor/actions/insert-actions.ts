import { Code, GalleryHorizontal, ImagePlus, Images, Library, Link2, Minus, SpellCheck, Table } from 'lucide-react'
import type { Block, BlockOf, HeadType } from '#core/article/block.ts'
import { correction, emptyBlock, table, type NewId } from '#core/article/factories.ts'
import type { TRAITS } from '#core/article/traits.ts'
import { insertBlock } from '../commands/insert.ts'
import { localDay } from '../local-day.ts'
import type { Action, Asking } from './action.ts'

/** The body blocks that no command turns lines into. `turn-actions.ts` has the others. */
type InsertType = {
  [T in Exclude<Block['type'], HeadType | 'unknown'>]: (typeof TRAITS)[T] extends { readonly turns: unknown }
    ? never
    : T
}[Exclude<Block['type'], HeadType | 'unknown'>]

type Insert<T extends InsertType> = Pick<Action, 'label' | 'words' | 'icon' | 'keys'> & {
  /** Makes the block to insert. Absent: an empty block of the type. */
  make?: (newId: NewId) => BlockOf<T>
  /** What is asked before it is inserted, by whatever answers it. Absent: it is inserted at once. */
  asks?: Asking
}

/** In menu order. */
const INSERTS: { readonly [T in InsertType]: Insert<T> } = {
  figure: {
    label: 'writing.figure',
    words: 'صورة مكان صورة تعليق figure image photo picture',
    icon: ImagePlus,
  },
  gallery: {
    label: 'writing.gallery',
    words: 'معرض صور ألبوم gallery album',
    icon: GalleryHorizontal,
  },
  embed: {
    label: 'writing.embed',
    words: 'تضمين تغريدة فيديو يوتيوب إكس منشور embed tweet video youtube post',
    icon: Code,
    asks: 'embed',
  },
  related: {
    label: 'writing.related',
    words: 'روابط مواد ذات صلة اقرأ أيضا related links read also',
    icon: Link2,
  },
  table: {
    label: 'writing.table',
    words: 'جدول أعمدة صفوف table grid',
    icon: Table,
    make: (newId) =>
      table(newId, [
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
      ]),
  },
  correction: {
    label: 'writing.correction',
    words: 'تصحيح استدراك توضيح خطأ correction clarification erratum',
    icon: SpellCheck,
    make: (newId) => correction(newId, '', localDay(new Date())),
  },
  separator: {
    label: 'writing.separator',
    words: 'فاصل خط نجوم separator divider rule line',
    icon: Minus,
  },
}

/** Actions that insert a block. */
export const insertActions: readonly Action[] = [
  {
    id: 'pictures',
    label: 'writing.pictures',
    words: 'صور من الجهاز أدرج صورة تحميل رفع insert pictures upload photos file',
    group: 'insert',
    icon: Images,
    keys: [{ code: 'KeyG', shift: true }],
    run: ({ ask }) => ask('pictures'),
  },
  ...(Object.keys(INSERTS) as InsertType[]).map((type): Action => {
    const { make, asks, ...insert } = INSERTS[type]
    return {
      ...insert,
      id: type,
      group: 'insert',
      run: ({ editor, newId, ask }) => {
        if (asks === undefined) insertBlock(editor, make?.(newId) ?? emptyBlock(type, newId), newId)
        else ask(asks)
      },
    }
  }),
  {
    id: 'related-article',
    label: 'writing.relatedPick',
    words: 'مادة من المكتبة أرشيف اختر library article archive pick',
    group: 'insert',
    icon: Library,
    run: ({ ask }) => ask('article'),
  },
]
