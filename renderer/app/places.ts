import { FileInput, Handshake, HardDrive, Library, MapPinned, PackageCheck, Send, Settings, Trash2 } from 'lucide-react'
import type { MessageKey } from '#core/locale/translate.ts'
import type { Route } from './routes.ts'

type Place = { route: Route; label: MessageKey; icon: typeof Library; words: string; isInSidebar: boolean }

/** The screens that are reached from anywhere. Those of an article are reached from it. */
export const PLACES: readonly Place[] = [
  {
    ...{ route: { screen: 'library' }, label: 'common.nav-library', icon: Library },
    ...{ words: 'مقالات library articles', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'import' }, label: 'common.nav-import', icon: FileInput },
    ...{ words: 'افتح ملف وورد import open file word', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'verify' }, label: 'common.nav-verify', icon: PackageCheck },
    ...{ words: 'verify package', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'outbox' }, label: 'common.nav-outbox', icon: Send },
    ...{ words: 'إرسال outbox sending', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'handovers' }, label: 'handover.box', icon: Handshake },
    ...{ words: 'تسليم مجلد مشترك زميل hand over shared folder colleague', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'destinations' }, label: 'destinations.title', icon: MapPinned },
    ...{ words: 'مواقع ووردبريس غوست destinations sites', isInSidebar: false },
  },
  {
    ...{ route: { screen: 'bin' }, label: 'common.nav-bin', icon: Trash2 },
    ...{ words: 'محذوف bin trash', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'store', begin: null }, label: 'common.nav-store', icon: HardDrive },
    ...{ words: 'نسخ احتياطي store backup', isInSidebar: true },
  },
  {
    ...{ route: { screen: 'settings', section: 'general' }, label: 'common.nav-settings', icon: Settings },
    ...{ words: 'لغة مظهر اسم settings language theme', isInSidebar: true },
  },
]
