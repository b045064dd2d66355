import { Code, GalleryHorizontal, ImagePlus, Images, Link2, Minus, SpellCheck, Table } from 'lucide-react'
import type { Block } from '#core/article/block.ts'
import { correction, embed, figure, gallery, related, separator, table, type NewId } from '#core/article/factories.ts'
import { insertBlock } from '../commands/insert.ts'
import { localDay } from '../local-day.ts'
import type { Action } from './action.ts'

type Insert = Pick<Action, 'id' | 'label' | 'words' | 'icon' | 'keys'> & { make: (newId: NewId) => Block }

const INSERTS: readonly Insert[] = [
  {
    id: 'figure',
    label: 'writing.figure',
    words: 'صورة مكان صورة تعليق figure image photo picture',
    icon: ImagePlus,
    make: (newId) => figure(newId),
  },
  {
    id: 'gallery',
    label: 'writing.gallery',
    words: 'معرض صور ألبوم gallery album',
    icon: GalleryHorizontal,
    make: (newId) => gallery(newId),
  },
  {
    id: 'embed',
    label: 'writing.embed',
    words: 'تضمين تغريدة فيديو يوتيوب إكس منشور embed tweet video youtube post',
    icon: Code,
    make: (newId) => embed(newId),
  },
  {
    id: 'related',
    label: 'writing.related',
    words: 'روابط مواد ذات صلة اقرأ أيضا related links read also',
    icon: Link2,
    make: (newId) => related(newId, [{ title: '', url: '' }]),
  },
  {
    id: 'table',
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
  {
    id: 'correction',
    label: 'writing.correction',
    words: 'تصحيح استدراك توضيح خطأ correction clarification erratum',
    icon: SpellCheck,
    make: (newId) => correction(newId, '', localDay(new Date())),
  },
  {
    id: 'separator',
    label: 'writing.separator',
    words: 'فاصل خط نجوم separator divider rule line',
    icon: Minus,
    make: separator,
  },
]

/** Every sort of block that is put in whole. */
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
  ...INSERTS.map(({ make, ...insert }): Action => ({
    ...insert,
    group: 'insert',
    run: ({ editor, newId }) => insertBlock(editor, make(newId), newId),
  })),
]
