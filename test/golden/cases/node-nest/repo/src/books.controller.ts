import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';

class Search {
  @IsOptional()
  @IsString()
  title?: string;
}

@Controller()
export class BooksController {
  @Get()
  home(): string {
    return 'Library of tests';
  }

  @Get('health')
  health(): { status: string } {
    return { status: 'ok' };
  }

  @Get('books')
  books(@Query() { title }: Search): { found: string } {
    return { found: title ?? 'all' };
  }
}
