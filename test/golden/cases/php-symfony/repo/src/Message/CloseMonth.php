<?php

namespace App\Message;

final class CloseMonth
{
}
