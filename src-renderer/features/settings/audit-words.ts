/** What the trail's subjects are called. */
const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  center: '中心资料',
  user: '账户',
  person: '人员',
  consultation: '咨询',
  'queue-ticket': '号票',
  'referral-place': '引导去处',
  application: '申请',
  case: '案件',
  subsidy: '补贴',
  'payment-list': '支付清单',
  provider: '承办机构',
  handler: '承办人',
  volume: '案卷',
  report: '报表',
  number: '编号',
  pack: '规则包',
  backup: '备份',
  holidays: '放假安排',
  import: '旧册导入',
  'incoming-cooperation': '外地协作',
  notice: '通知',
  'number-block': '预留号段',
  'number-statement': '缺号说明',
  'pack-draft': '规则包草稿',
  recheck: '抽查',
  seal: '印章图',
  station: '工作站',
  cooperation: '协作函',
  objection: '异议',
  delivery: '送达',
}

/** 申请, 案件 … of an entry; the kind itself for one that is not known here. */
export function auditSubjectWords(kind: string): string {
  return SUBJECT_WORDS[kind] ?? kind
}
