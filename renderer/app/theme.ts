import { useLayoutEffect } from 'react'
import type { Settings } from '#core/contract/settings.ts'

/** Applies the colour theme. The theme `system` follows the operating system. */
export function useTheme(theme: Settings['theme']): void {
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const show = (): void => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    show()
    dark.addEventListener('change', show)
    return () => dark.removeEventListener('change', show)
  }, [theme])
}
