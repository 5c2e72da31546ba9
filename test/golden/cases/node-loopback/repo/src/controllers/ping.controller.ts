import {get} from '@loopback/rest';

export class PingController {
  @get('/ping')
  ping(): object {
    return {greeting: 'Hello from LoopBack', date: new Date()};
  }
}
