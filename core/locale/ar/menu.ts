/** The words of the application's menu, in Electron. */
export const menu = {
  file: 'ملف',
  'new-window': 'نافذة جديدة',
  close: 'أغلق النافذة',
  quit: 'أغلق مداد',
  edit: 'تحرير',
  cut: 'قص',
  copy: 'نسخ',
  paste: 'لصق',
  'paste-plain': 'لصق بلا تنسيق',
  'select-all': 'تحديد الكل',
  view: 'عرض',
  'zoom-in': 'تكبير',
  'zoom-out': 'تصغير',
  'zoom-reset': 'الحجم الأصلي',
  'full-screen': 'ملء الشاشة',
  reload: 'إعادة التحميل',
}
