export { CaseScreen } from './CaseScreen'
