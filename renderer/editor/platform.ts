/** Whether shortcuts go by Command and Option. */
export const isMac = /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** @returns a shortcut as its keys are named on this machine. */
export function keyLabel(keys: string): string {
  return isMac ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥').replaceAll('+', ' ') : keys
}
