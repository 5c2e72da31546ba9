<?php

use App\Jobs\ConfirmOrder;
use Illuminate\Support\Facades\Route;

Route::get('/', fn () => view('welcome'));
Route::post('/orders', function () {
    ConfirmOrder::dispatch(request()->integer('order'));

    return response()->noContent();
});
