import { password } from '../../src-main/contract/center.ts'

/** What the contract has against a new password, in its own words, or null. */
export function passwordProblem(text: string): string | null {
  const parsed = password.safeParse(text)
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? '密码不合要求')
}

/** Whether the repetition is the same; empty first passwords are not asked for twice. */
export function repeatProblem(text: string, again: string): string | null {
  if (again === '') return '请再输一次'
  return text === again ? null : '两次输入不一致'
}
