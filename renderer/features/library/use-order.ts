import { useCallback } from 'react'
import { USUAL_ORDER, type ListOrder } from '#core/contract/order.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'

/** @returns how this person sorts the library, and a function that keeps another way. A way that cannot be kept ends with the page. */
export function useOrder(): [order: ListOrder, sort: (order: ListOrder) => void] {
  const { settings, change } = useSettings()
  const sort = useCallback(
    (order: ListOrder) => void change(({ name, orders }) => ({ orders: { ...orders, [name]: order } })).catch(() => {}),
    [change],
  )
  return [settings.orders[settings.name] ?? USUAL_ORDER, sort]
}
