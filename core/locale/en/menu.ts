import type { menu as ar } from '../ar/menu.ts'

export const menu: Record<keyof typeof ar, string> = {}
