import type { Origin } from '../model.ts'
import { shanghaiTime } from '../paper-date.ts'

/** The foot (页脚) of a report or a sheet: rule pack (规则包), time in Asia/Shanghai, maker. */
export function originFoot(origin: Origin): string {
  return `规则包 ${origin.packVersion}　制表 ${shanghaiTime(origin.madeAt)}　制表人 ${origin.maker}`
}
