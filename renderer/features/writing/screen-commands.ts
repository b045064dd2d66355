import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Check,
  CheckCheck,
  CopyPlus,
  Download,
  FileText,
  Focus,
  Handshake,
  History,
  ListChecks,
  ListX,
  PanelLeft,
  PenLine,
  Printer,
  Replace,
  Reply,
  Save,
  Search,
  Send,
  Target,
  TextQuote,
  Trash2,
  Type,
  UserCheck,
  UserX,
  X,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import type { MessageKey } from '#core/locale/translate.ts'
import type { Keys } from '#renderer/editor/keys/keys.ts'
import type { Command } from '#renderer/editor/menu/command.ts'

/** A command of the writing screen, without what it does. */
type ScreenCommand = Pick<Command, 'words' | 'icon'> & { label: MessageKey; keys?: Keys }

/** The commands of the writing screen besides the editor's own actions, in the order in which the palette shows them. */
export const SCREEN_COMMANDS = {
  save: { label: 'writing.save', words: 'حفظ save', icon: Save, keys: { code: 'KeyS' } },
  find: { label: 'writing.find', words: 'بحث find search', icon: Search, keys: { code: 'KeyF' } },
  replace: { label: 'writing.replace', words: 'استبدال replace', icon: Replace, keys: { code: 'KeyH' } },
  submit: { label: 'writing.submit', words: 'أرسل مراجعة اعتماد submit review approve', icon: Send },
  export: { label: 'writing.export', words: 'صدّر نشر أرسل export publish send', icon: Download },
  'hand-over': {
    label: 'handover.command',
    words: 'تسليم زميل ملف جهاز hand over colleague file midad',
    icon: Handshake,
  },
  details: { label: 'writing.tabDetails', words: 'تفاصيل قسم وسوم details section keywords', icon: ListChecks },
  panel: { label: 'writing.toggleInspector', words: 'لوح جانبي side panel', icon: PanelLeft },
  focus: {
    label: 'writing.focusMode',
    words: 'تركيز focus zen',
    icon: Focus,
    keys: { code: 'KeyF', shift: true },
  },
  typewriter: { label: 'writing.typewriter', words: 'آلة كاتبة وسط typewriter', icon: Type },
  'zoom-in': { label: 'writing.zoomIn', words: 'تكبير zoom', icon: ZoomIn, keys: { code: 'Equal', alt: true } },
  'zoom-out': { label: 'writing.zoomOut', words: 'تصغير zoom', icon: ZoomOut, keys: { code: 'Minus', alt: true } },
  print: { label: 'writing.print', words: 'طباعة pdf print proof', icon: Printer, keys: { code: 'KeyP' } },
  'save-template': { label: 'writing.saveTemplate', words: 'قالب template', icon: FileText },
  'save-snippet': { label: 'writing.saveSnippet', words: 'عبارة snippet', icon: TextQuote },
  versions: {
    label: 'history.tab',
    words: 'نسخ سابقة تاريخ مقارنة استعادة versions history compare restore',
    icon: History,
  },
  'duplicate-article': {
    label: 'writing.duplicateArticle',
    words: 'نسخ تكرار duplicate copy',
    icon: CopyPlus,
  },
  goal: { label: 'writing.goal', words: 'هدف طول كلمات أسطر goal length words lines', icon: Target },
  'next-comment': {
    label: 'comments.next',
    words: 'تعليق تال بعده next comment',
    icon: ArrowDownToLine,
    keys: { code: 'Period', alt: true },
  },
  'previous-comment': {
    label: 'comments.previous',
    words: 'تعليق سابق قبله previous comment',
    icon: ArrowUpToLine,
    keys: { code: 'Comma', alt: true },
  },
  'reply-comment': {
    label: 'comments.reply-command',
    words: 'رد جواب تعليق reply answer comment',
    icon: Reply,
    keys: { code: 'KeyR', alt: true },
  },
  'resolve-comment': {
    label: 'comments.resolve-command',
    words: 'أغلق نقاش تم resolve reopen thread comment',
    icon: Check,
    keys: { code: 'KeyM', alt: true, shift: true },
  },
  'toggle-mode': {
    label: 'proposals.toggle-mode',
    words: 'اقتراح تحرير تتبع suggest propose edit track',
    icon: PenLine,
    keys: { code: 'KeyX', alt: true, shift: true },
  },
  'next-change': {
    label: 'proposals.next',
    words: 'تغيير تال اقتراح next change',
    icon: ArrowDown,
    keys: { code: 'KeyJ', alt: true },
  },
  'previous-change': {
    label: 'proposals.previous',
    words: 'تغيير سابق اقتراح previous change',
    icon: ArrowUp,
    keys: { code: 'KeyJ', alt: true, shift: true },
  },
  'accept-change': {
    label: 'proposals.accept-one',
    words: 'قبول اقتراح accept change',
    icon: Check,
    keys: { code: 'KeyY', alt: true },
  },
  'reject-change': {
    label: 'proposals.reject-one',
    words: 'رفض اقتراح reject change',
    icon: X,
    keys: { code: 'KeyN', alt: true },
  },
  'accept-selected': { label: 'proposals.accept-selected', words: 'قبول محدد accept selection', icon: CheckCheck },
  'reject-selected': { label: 'proposals.reject-selected', words: 'رفض محدد reject selection', icon: ListX },
  'accept-author': {
    label: 'proposals.accept-its-author',
    words: 'قبول كل صاحب كاتب accept author person',
    icon: UserCheck,
  },
  'reject-author': {
    label: 'proposals.reject-its-author',
    words: 'رفض كل صاحب كاتب reject author person',
    icon: UserX,
  },
  'accept-all': { label: 'proposals.accept-all', words: 'قبول الكل accept all', icon: CheckCheck },
  'reject-all': { label: 'proposals.reject-all', words: 'رفض الكل reject all', icon: ListX },
  'put-away': { label: 'bin.put', words: 'حذف سلة delete bin trash', icon: Trash2 },
} as const satisfies Record<string, ScreenCommand>

export type ScreenCommandId = keyof typeof SCREEN_COMMANDS
