<?php

declare(strict_types=1);

namespace Acme\Guestbook;

final class Greeting
{
    public function __construct(private readonly string $name)
    {
    }

    public function text(): string
    {
        return "Hello, {$this->name}!";
    }
}
