import * as z from 'zod'
import type { WritingMode } from './mode.ts'

const modeSchema = z.enum(['edit', 'propose'] satisfies WritingMode[])

/** Kept for the tab, as the place in the article is. */
const keyOf = (articleId: string): string => `midad.mode.${articleId}`

/** Keeps how somebody writes in an article, for a reload and for coming back from another screen. */
export function rememberMode(articleId: string, mode: WritingMode): void {
  sessionStorage.setItem(keyOf(articleId), mode)
}

/** @returns how somebody wrote in an article; null if nothing else than usual was chosen there */
export function rememberedMode(articleId: string): WritingMode | null {
  return modeSchema.safeParse(sessionStorage.getItem(keyOf(articleId))).data ?? null
}
