import type { menu as ar } from '../ar/menu.ts'

export const menu: Record<keyof typeof ar, string> = {
  file: 'File',
  'new-window': 'New window',
  close: 'Close window',
  quit: 'Quit Midad',
  edit: 'Edit',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  'paste-plain': 'Paste without formatting',
  'select-all': 'Select all',
  view: 'View',
  'zoom-in': 'Zoom in',
  'zoom-out': 'Zoom out',
  'zoom-reset': 'Actual size',
  'full-screen': 'Full screen',
  reload: 'Reload',
}
