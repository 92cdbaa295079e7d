const FORM_NAMES: Readonly<Record<string, string>> = {
  consultations: '来访登记',
  applications: '申请',
  decisions: '审批意见',
  people: '人员资料',
  cases: '办案记录',
  closing: '结案材料',
  subsidies: '补贴核算表',
  archives: '案卷',
  settings: '设置',
}

/** What the lock page says of drafts: how many and of what kind, but never whose. Null when there is none. */
export function draftWords(forms: readonly string[]): string | null {
  if (forms.length === 0) return null
  const kinds = new Set(forms.map(form => form.split('.')[0] ?? ''))
  const [only] = kinds
  const name = kinds.size === 1 && only !== undefined ? (FORM_NAMES[only] ?? '表单') : '表单'
  return `没写完的 ${forms.length} 份${name}已存好`
}
