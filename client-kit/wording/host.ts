// What the operator's page says before and around console and set-up: entering, waiting, losing the session.
const zh = {
  title: '亮分 · 控制台',
  enter: '进入控制台',
  code: '操作员代码',
  codeHint: '启动亮分的窗口里显示的 8 位代码',
  enterNow: '进入',
  checking: '正在核对',
  wrongCode: '代码不对，请照启动窗口里的代码再输一次。',
  loading: '正在连接服务器',
  ended: '这个窗口的登录已结束',
};
export type HostWord = keyof typeof zh;

const en: { readonly [W in HostWord]: string } = {
  title: 'Liangfen · Console',
  enter: 'Open the console',
  code: 'Operator’s code',
  codeHint: 'The 8 characters shown in the window where Liangfen was started',
  enterNow: 'Open',
  checking: 'Checking',
  wrongCode: 'This code is wrong. Copy it from the window where Liangfen was started.',
  loading: 'Connecting to the server',
  ended: 'This window has been signed out',
};

export const hostWords = { 'zh-CN': zh, en };
