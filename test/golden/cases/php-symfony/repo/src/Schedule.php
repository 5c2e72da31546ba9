<?php

namespace App;

use App\Message\CloseMonth;
use Symfony\Component\Scheduler\Attribute\AsSchedule;
use Symfony\Component\Scheduler\RecurringMessage;
use Symfony\Component\Scheduler\Schedule as Timetable;
use Symfony\Component\Scheduler\ScheduleProviderInterface;

#[AsSchedule]
final class Schedule implements ScheduleProviderInterface
{
    public function getSchedule(): Timetable
    {
        return (new Timetable())->add(RecurringMessage::cron('0 1 1 * *', new CloseMonth()));
    }
}
