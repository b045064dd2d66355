import type { settings as ar } from '../ar/settings.ts'

export const settings: Record<keyof typeof ar, string> = {
  title: 'Settings',
  you: 'You',
  name: 'Name',
  'name-hint': 'As it appears in the history of articles',
  role: 'Role',
  appearance: 'Appearance',
  language: 'Language of the interface',
  'language-ar': 'العربية',
  'language-en': 'English',
  theme: 'Colours',
  'theme-system': 'As the system',
  'theme-light': 'Light',
  'theme-dark': 'Dark',
  digits: 'Digits',
  'digits-latn': '123',
  'digits-arab': '١٢٣',
}
