export default class EntriesController {
  index() {
    return { ledger: 'empty' };
  }
}
