import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';

@Module({
  imports: [BullModule.forRoot({ connection: { host: process.env.REDIS_HOST, port: Number(process.env.REDIS_PORT), password: process.env.REDIS_PASSWORD } })],
  controllers: [HealthController],
})
export class AppModule {}
