<?php

namespace App\Jobs;

use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;

class ConfirmOrder implements ShouldQueue
{
    use Queueable;

    public function __construct(public int $order)
    {
    }

    public function handle(): void
    {
        logger()->info('confirmed', ['order' => $this->order]);
    }
}
